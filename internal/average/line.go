package average

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"mamori/internal/record"
)

// byteOrderMark is what some editors put in front of a text.
var byteOrderMark = []byte("\xef\xbb\xbf")

// errLong says that a line is not worth the memory.
var errLong = fmt.Errorf("the line is longer than %d bytes", record.MaxSize)

// lines gives each line of NDJSON as a document; empty ones are passed over.
func lines(name string, r io.Reader, yield func(document) bool) bool {
	in := newLineReader(r, 1<<20, record.MaxSize+len("\r\n"))
	for n := 1; ; n++ {
		line, err := in.next()
		if n == 1 {
			line = bytes.TrimPrefix(line, byteOrderMark)
		}
		d := document{name: name, line: n, data: bytes.TrimSpace(line)}
		if err != io.EOF {
			d.err = err
		}
		if (len(d.data) > 0 || d.err != nil) && !yield(d) {
			return false
		}
		if err != nil && err != errLong {
			return true
		}
	}
}

// A lineReader reads lines of any length without keeping more than limit bytes of one.
type lineReader struct {
	in    *bufio.Reader
	limit int
	long  []byte // what a line needs beyond the buffer of in; used again for the next one
}

// newLineReader returns a reader with a buffer that is not larger than the limit.
func newLineReader(r io.Reader, buffer, limit int) *lineReader {
	return &lineReader{in: bufio.NewReaderSize(r, buffer), limit: limit}
}

// next returns a line with its line break, good until the next call. A line beyond the limit is read to its end but not kept:
// errLong, and the one after it can be read. At the end of the input next returns io.EOF beside what stands behind the last line break.
func (l *lineReader) next() ([]byte, error) {
	part, err := l.in.ReadSlice('\n')
	if err != bufio.ErrBufferFull {
		return part, err
	}
	l.long = append(l.long[:0], part...)
	tooLong := false
	for err == bufio.ErrBufferFull {
		part, err = l.in.ReadSlice('\n')
		tooLong = tooLong || len(l.long)+len(part) > l.limit
		if !tooLong {
			l.long = append(l.long, part...)
		}
	}
	if tooLong && (err == nil || err == io.EOF) {
		return nil, errLong
	}
	return l.long, err
}
