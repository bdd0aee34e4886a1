//go:build !js

package sector

import "embed"

//go:embed data/*.json
var files embed.FS

// Raw returns a built-in file as it is.
func Raw(name string) ([]byte, error) { return files.ReadFile("data/" + name + ".json") }
