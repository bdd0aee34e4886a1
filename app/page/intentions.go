package page

import (
	"mamori/internal/checklist"
	"mamori/internal/record"
)

// Intentions of the screens, beside those of the views.
type (
	// startNew opens an empty assessment.
	startNew struct{ Checklist checklist.ID }
	// startFrom opens one with the answers of an earlier.
	startFrom struct{ Record record.ID }
	// edit opens an assessment at one of its items, or at its beginning.
	edit struct {
		Record   record.ID
		Question checklist.QuestionID
	}
	// askDelete asks whether to delete; with no record it takes the question back.
	askDelete struct{ Record record.ID }
	// confirmDelete deletes.
	confirmDelete struct{ Record record.ID }
	// undelete brings the last deleted one back.
	undelete struct{}
	// saveAside saves a record that could not be read to a file.
	saveAside struct{ Key string }
	// printPage opens the print dialogue.
	printPage struct{}
	// chooseSector opens the choice of sector and size again.
	chooseSector struct{}
	// switchSample switches the invented averages on or off.
	switchSample struct{ On bool }
	// showMore asks for more candidates for the plan.
	showMore struct{}
	// overlay lays an earlier assessment over the latest, or takes it away again.
	overlay struct {
		Record record.ID
		On     bool
	}
	// switchVersion lets a waiting new version take over.
	switchVersion struct{}
)
