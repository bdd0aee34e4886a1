package bundle

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"path"

	"github.com/andybalholm/brotli"
)

// Pack adds a .br and a .gz copy of every file, for hosts that hand such copies out and, in the program's case, for those that
// do not compress at all. Compressing the program takes half a minute, so copies of an earlier site are used again where a
// file's name carries its content; earlier may be nil.
func Pack(s Site, earlier func(name string) []byte) (Site, error) {
	packed := Site{Version: s.Version, Files: map[string][]byte{}}
	for name, data := range s.Files {
		packed.Files[name] = data
		for ext, compress := range map[string]func([]byte) ([]byte, error){".br": compressBrotli, ".gz": compressGzip} {
			if earlier != nil && hashedName.MatchString(name) {
				if old := earlier(name + ext); old != nil {
					packed.Files[name+ext] = old
					continue
				}
			}
			small, err := compress(data)
			if err != nil {
				return Site{}, fmt.Errorf("compress %s: %w", name, err)
			}
			packed.Files[name+ext] = small
		}
	}
	return packed, nil
}

// Copy reports whether a file of a site is a compressed copy.
func Copy(name string) bool { return path.Ext(name) == ".br" || path.Ext(name) == ".gz" }

func compressBrotli(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func compressGzip(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
