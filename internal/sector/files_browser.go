//go:build js

package sector

import "io/fs"

// In the browser the files come beside the program, not inside it.
var provided = map[string][]byte{}

// Provide hands over a built-in file. It must be called before the first use.
func Provide(name string, data []byte) { provided[name] = data }

// Raw returns a built-in file as it is.
func Raw(name string) ([]byte, error) {
	if data, ok := provided[name]; ok {
		return data, nil
	}
	return nil, fs.ErrNotExist
}
