//go:build !js

package catalog

import (
	"embed"

	"mamori/internal/checklist"
)

//go:embed data/*.json
var files embed.FS

// Raw returns the file of a checklist as it is.
func Raw(id checklist.ID) ([]byte, error) { return files.ReadFile("data/" + string(id) + ".json") }
