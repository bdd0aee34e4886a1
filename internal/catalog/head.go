package catalog

import (
	"bytes"
	"encoding/json"
	"fmt"

	"mamori/internal/checklist"
)

// Head is what a list of checklists shows of one: what stands in front of the options in its file.
type Head struct {
	ID             checklist.ID
	Edition        string
	Minutes, Items int
	Title          checklist.Text
}

// ReadHead reads the head of a checklist without decoding its items.
func ReadHead(id checklist.ID) (Head, error) {
	data, err := Raw(id)
	if err != nil {
		return Head{}, fmt.Errorf("read head of %q: %w", id, ErrUnknown)
	}
	h, err := decodeHead(data)
	if err != nil {
		return Head{}, fmt.Errorf("read head of %q: %w", id, err)
	}
	return h, nil
}

func decodeHead(data []byte) (Head, error) {
	var h Head
	fields := map[string]any{"id": &h.ID, "edition": &h.Edition, "minutes": &h.Minutes, "items": &h.Items, "title": &h.Title}
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		return h, err
	}
	for d.More() && len(fields) > 0 {
		name, err := d.Token()
		if err != nil {
			return h, err
		}
		key, _ := name.(string)
		target := fields[key]
		if target == nil {
			target = new(json.RawMessage)
		}
		delete(fields, key)
		if err := d.Decode(target); err != nil {
			return h, fmt.Errorf("%s: %w", key, err)
		}
	}
	return h, nil
}
