# What to do with the product. Needs Go; make test and make bench also need a Chromium, which .ci/browser installs where none is.
PORT ?= 8000
TAGS := validator_novalidatefn
GOFLAGS_REPRODUCIBLE := -trimpath -buildvcs=false
# Without inlining outside the runtime the browser program is 7 % smaller on the line (make bench prints its size).
GCFLAGS_SMALL := -gcflags=all=-l -gcflags=runtime/...=

.PHONY: run build test bench fuzz clean

run: build
	bin/mamori serve -port $(PORT)

build:
	mkdir -p bin dist
	GOOS=js GOARCH=wasm go build $(GOFLAGS_REPRODUCIBLE) -tags $(TAGS) -ldflags='-s -w' $(GCFLAGS_SMALL) -o dist/app.wasm ./app
	cp "$$(go env GOROOT)/lib/wasm/wasm_exec.js" dist/wasm_exec.js
	chmod u+w dist/wasm_exec.js
	go build $(GOFLAGS_REPRODUCIBLE) -o bin/mamori ./cmd/mamori
	bin/mamori build

test: build
	.ci/browser
	go vet ./...
	GOOS=js GOARCH=wasm go vet -tags $(TAGS) ./app/... ./internal/store/...
	go test -count=1 -timeout 30m ./...

bench: build
	.ci/browser
	go run ./internal/bench

# How long each decoder is fuzzed.
FUZZTIME ?= 60s
fuzz:
	go test ./internal/record -run=NONE -fuzz=FuzzDecode$$ -fuzztime=$(FUZZTIME)
	go test ./internal/record -run=NONE -fuzz=FuzzDecodeEntry$$ -fuzztime=$(FUZZTIME)

clean:
	rm -rf bin dist
