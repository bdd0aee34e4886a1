//go:build js

package catalog

import (
	"io/fs"

	"mamori/internal/checklist"
)

// In the browser the files come beside the program, not inside it: they would weigh in it twice, once for each language that a
// visitor does not read.
var provided = map[checklist.ID][]byte{}

// Provide hands over the file of a checklist. It must be called before the first Load.
func Provide(id checklist.ID, data []byte) { provided[id] = data }

// Raw returns the file of a checklist as it is.
func Raw(id checklist.ID) ([]byte, error) {
	if data, ok := provided[id]; ok {
		return data, nil
	}
	return nil, fs.ErrNotExist
}
