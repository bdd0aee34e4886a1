package sector

import (
	"encoding/json"
	"fmt"
	"sync"
)

// builtIn are the files that come with the product, in the order in which they are shown. Japanese figures stand first.
var builtIn = []string{"ipa-2024", "tdb-2025", "tdb-2018", "stats-nz-2022"}

// sampleFile is invented, for demonstrations.
const sampleFile = "sample"

var references = sync.OnceValues(func() ([]File, error) {
	all := make([]File, 0, len(builtIn))
	for _, name := range builtIn {
		f, err := load(name)
		if err != nil {
			return nil, err
		}
		all = append(all, f)
	}
	return all, nil
})

// BuiltIn are the names of all built-in files.
func BuiltIn() []string { return append(builtIn[:len(builtIn):len(builtIn)], sampleFile) }

// References returns the published files that come with the product. They are decoded on first use; the slice must not be changed.
func References() ([]File, error) { return references() }

// SampleAverages returns the invented file. Who shows it must say 「見本（架空の数値）」 beside it.
func SampleAverages() (File, error) { return load(sampleFile) }

// load reads a file that the tests have linted.
func load(name string) (File, error) {
	data, err := Raw(name)
	if err != nil {
		return File{}, fmt.Errorf("load averages: %w", err)
	}
	var f File
	if err := json.Unmarshal(data, &f); err != nil {
		return File{}, fmt.Errorf("load averages %q: %w", name, err)
	}
	return f, nil
}

// Scope says of whom a figure speaks.
type Scope int

const (
	// OwnSector: firms of the person's sector, of every size.
	OwnSector Scope = iota
	// OwnSectorAndSize: firms of the same sector and size.
	OwnSectorAndSize
	// OwnSize: firms of the same size, in every sector.
	OwnSize
	// Everyone: all firms of a survey that tells no sectors.
	Everyone
)

// Found is a figure that may be shown to a person, with where it comes from.
type Found struct {
	Figure
	File  *File
	Scope Scope
	// Enough is false where the publisher has too few firms, or none, of the person's sector: there is no value then, and none
	// is borrowed from elsewhere.
	Enough bool
}

// Shares returns the shares of firms that belong beside a person's own answer to an item: of the own sector, of the own size, and of
// everyone where a survey tells neither. They are never points or levels, and say of which country they are.
func Shares(from []File, sector, size, target string) []Found {
	var found []Found
	for i := range from {
		found = append(found, from[i].shares(sector, size, target)...)
	}
	return found
}

func (f *File) shares(sector, size, target string) []Found {
	var own, sized, everyone []Found
	bySector := false
	for _, fig := range f.Figures {
		if fig.Target != target || fig.Unit != PercentOfFirms {
			continue
		}
		switch {
		case fig.Sector == All && fig.Size == All:
			everyone = append(everyone, f.found(fig, Everyone))
		case fig.Size == All:
			bySector = true
			if fig.Sector == sector {
				own = append(own, f.found(fig, OwnSector))
			}
		case fig.Sector == All && fig.Size == size:
			sized = append(sized, f.found(fig, OwnSize))
		}
	}
	if !bySector {
		return append(sized, everyone...)
	}
	if len(own) == 0 && sector != "" {
		own = []Found{{Figure: Figure{Target: target, Unit: PercentOfFirms}, File: f, Scope: OwnSector}}
	}
	return append(own, sized...)
}

func (f *File) found(fig Figure, scope Scope) Found {
	return Found{Figure: fig, File: f, Scope: scope, Enough: fig.Value != nil}
}

// Average returns the average of points or levels of a target for a person's sector, and for the size in it where there is one. ok
// is false where no file has such figures at all; Enough is false where one has, but not for this sector.
func Average(from []File, sector, size, target string) (best Found, ok bool) {
	for i := range from {
		f := &from[i]
		for _, fig := range f.Figures {
			if fig.Target != target || fig.Unit == PercentOfFirms {
				continue
			}
			if !ok {
				best, ok = Found{Figure: Figure{Target: target, Unit: fig.Unit}, File: f, Scope: OwnSector}, true
			}
			if fig.Sector != sector || fig.Value == nil || best.Enough && (best.Scope == OwnSectorAndSize || fig.Size != size) {
				continue
			}
			switch fig.Size {
			case All:
				best = f.found(fig, OwnSector)
			case size:
				best = f.found(fig, OwnSectorAndSize)
			}
		}
		if best.Enough {
			return best, true
		}
	}
	return best, ok
}
