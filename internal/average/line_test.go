package average

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"mamori/internal/record"
)

// read returns the documents of a text, with their data kept.
func read(r io.Reader) (found []document) {
	lines("in", r, func(d document) bool {
		d.data = bytes.Clone(d.data)
		found = append(found, d)
		return true
	})
	return found
}

func TestLines(t *testing.T) {
	t.Run("are_numbered_and_empty_ones_passed_over", func(t *testing.T) {
		require.Equal(t, []document{{name: "in", line: 1, data: []byte("{}")}, {name: "in", line: 4, data: []byte("[]")}}, read(strings.NewReader("{}\n\n  \r\n[]\r\n")))
	})
	t.Run("may_lack_the_last_line_break", func(t *testing.T) {
		require.Equal(t, []document{{name: "in", line: 1, data: []byte("{}")}, {name: "in", line: 2, data: []byte("[]")}}, read(strings.NewReader("{}\n[]")))
	})
	t.Run("may_begin_with_a_byte_order_mark", func(t *testing.T) {
		require.Equal(t, []document{{name: "in", line: 1, data: []byte("{}")}}, read(strings.NewReader("\xef\xbb\xbf{}\n")))
	})
	t.Run("of_the_largest_size_are_kept_and_longer_ones_named", func(t *testing.T) {
		fits, long := strings.Repeat("x", record.MaxSize), strings.Repeat("y", record.MaxSize+3)
		found := read(strings.NewReader(fits + "\r\n" + long + "\nz\n" + long))
		require.Len(t, found, 4)
		require.Len(t, found[0].data, record.MaxSize)
		require.ErrorIs(t, found[1].err, errLong)
		require.Empty(t, found[1].data)
		require.Equal(t, "z", string(found[2].data))
		require.ErrorIs(t, found[3].err, errLong)
		require.Equal(t, "in:4", found[3].place())
	})
	t.Run("that_break_off_are_said_so", func(t *testing.T) {
		broken := errors.New("the disk is gone")
		found := read(io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(broken)))
		require.Len(t, found, 2)
		require.ErrorIs(t, found[1].err, broken)
	})
}

// Whatever the text, a small buffer and a small limit give what splitting the whole text gives.
func FuzzLines(f *testing.F) {
	for _, text := range []string{"", "\n", "a\nb", "0123456789abcdef0123456789abcdef0123456789\nshort\n", strings.Repeat("x", 100)} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		const limit = 40
		in := newLineReader(iotest.OneByteReader(bytes.NewReader(text)), 16, limit)
		for rest := text; ; {
			want, after, more := bytes.Cut(rest, []byte("\n"))
			if more {
				want = rest[:len(want)+1]
			}
			rest = after
			line, err := in.next()
			switch {
			case len(want) > limit:
				require.Equal(t, errLong, err)
				continue // the end of the input, if this was it, comes next
			case !more:
				require.Equal(t, io.EOF, err)
				require.Equal(t, string(want), string(line))
				return
			}
			require.NoError(t, err)
			require.Equal(t, string(want), string(line))
		}
	})
}
