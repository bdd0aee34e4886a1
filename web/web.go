// Package web is what the browser gets as it is: the shell of the page, the style, the first scripts, the service worker and the
// icons. Package bundle puts them together with the program.
package web

import _ "embed"

var (
	//go:embed shell.html
	Shell string
	//go:embed style.css
	Style string
	//go:embed early.js
	Early string
	//go:embed boot.js
	Boot []byte
	//go:embed sw.js
	ServiceWorker string
	//go:embed icon.svg
	Icon []byte
	//go:embed icon-180.png
	Icon180 []byte
	//go:embed icon-192.png
	Icon192 []byte
	//go:embed icon-512.png
	Icon512 []byte
	//go:embed icon-maskable-512.png
	IconMaskable512 []byte
)
