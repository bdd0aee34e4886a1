package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
)

// dataPath is where go-app's page finds the data of the program.
const dataPath = "/web/data.js"

// dataLoader fetches it at the moment at which go-app's loader starts to fetch the program, so that it holds up nothing.
const dataLoader = `<script>
addEventListener('DOMContentLoaded', () => {
	const script = document.createElement('script');
	script.src = '` + dataPath + `';
	document.head.append(script);
});
</script>`

// dataName matches the files that our page fetches together with the program: kind, id and a hash.
var dataName = regexp.MustCompile(`^([a-z]+)-(.+)-[0-9a-f]{10}\.json$`)

// dataScript hands the program the checklists and figures that our own page fetches for it; go-app's page knows nothing of
// them.
func dataScript(site string) ([]byte, error) {
	names, err := filepath.Glob(filepath.Join(site, "*.json"))
	if err != nil {
		return nil, fmt.Errorf("find the data of the program: %w", err)
	}
	texts := map[string]string{}
	for _, name := range names {
		parts := dataName.FindStringSubmatch(filepath.Base(name))
		if parts == nil {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read the data of the program: %w", err)
		}
		texts[parts[1]+"/"+parts[2]] = string(text)
	}
	all, err := json.Marshal(texts)
	if err != nil {
		return nil, fmt.Errorf("write the data of the program: %w", err)
	}
	return fmt.Appendf(nil, `(() => {
	const texts = %s;
	window.mamoriData = (id) => (id in texts ? new TextEncoder().encode(texts[id]) : null);
})();`, all), nil
}
