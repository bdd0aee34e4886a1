package bundle

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// canonical rewrites markup so that the same tree always gives the same bytes: attributes in order, no space between elements,
// boolean ARIA attributes spelled out. (go-app writes attributes in random order and "true" as a bare name.)
func canonical(markup string) (string, error) {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(markup), body)
	if err != nil {
		return "", fmt.Errorf("parse markup: %w", err)
	}
	var b bytes.Buffer
	for _, n := range nodes {
		tidy(n)
		if err := html.Render(&b, n); err != nil {
			return "", fmt.Errorf("render markup: %w", err)
		}
	}
	return strings.TrimSpace(b.String()), nil
}

func tidy(n *html.Node) {
	for i, a := range n.Attr {
		if strings.HasPrefix(a.Key, "aria-") && a.Val == "" {
			n.Attr[i].Val = "true"
		}
	}
	slices.SortFunc(n.Attr, func(a, b html.Attribute) int { return cmp.Compare(a.Key, b.Key) })
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		tidyChild(n, c)
		c = next
	}
}

// tidyChild takes away the line breaks and the indent that the engine puts around nodes. It writes a text that is the only
// child of its element without them, so such a text keeps its spaces; one among other children does not.
func tidyChild(parent, c *html.Node) {
	switch {
	case c.Type != html.TextNode:
		tidy(c)
	case !strings.Contains(c.Data, "\n"):
	case strings.TrimSpace(c.Data) == "":
		parent.RemoveChild(c)
	default:
		c.Data = strings.TrimSpace(c.Data)
	}
}
