package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"mamori/internal/average"
)

const averageUsage = `usage: mamori average [options] INPUT...
An INPUT is a file or folder with exported records, or - for NDJSON on standard input.
Without any INPUT, standard input is read if something is piped into it.`

// averages turns exported records into an averages file (see package average).
func averages(args []string) error {
	flags := flag.NewFlagSet("average", flag.ContinueOnError)
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), averageUsage)
		flags.PrintDefaults()
	}
	var options average.Options
	var header average.Header
	flags.IntVar(&options.Minimum, "min", 5, "show nothing of groups with fewer firms than this")
	flags.BoolVar(&options.Drafts, "drafts", false, "let complete drafts count too")
	flags.BoolVar(&options.Latest, "latest", false, "of the records in one export count the latest of each checklist only: they are of one firm")
	out := flags.String("out", "", "the file to write; standard output when empty")
	query := flags.Bool("sql", false, "print the SQL query that computes the same in SQLite or DuckDB, and do nothing else")
	headerFlags(flags, &header)
	inputs, err := parseAnywhere(flags, args)
	if err != nil {
		return err
	}
	if *query {
		return printQuery()
	}
	if len(inputs) == 0 && piped(os.Stdin) {
		inputs = []string{average.Stdin}
	}
	if len(inputs) == 0 {
		return errors.New("average: no input: name files or folders with exported records, or pipe NDJSON into it")
	}
	return makeAverages(inputs, *out, options, header)
}

// headerFlags are what the file says of itself; a text in one language serves for both.
func headerFlags(flags *flag.FlagSet, h *average.Header) {
	flags.StringVar(&h.ID, "id", "", "id of the averages, ASCII letters, digits and hyphens")
	flags.StringVar(&h.Edition, "edition", "", "edition of the averages; the month of the latest record when empty")
	flags.StringVar(&h.Source, "source", "", "where the averages are published or described")
	flags.StringVar(&h.Surveyed, "surveyed", "", "when the records were made; the months of the records when empty")
	flags.StringVar(&h.Publisher.JA, "publisher", "", "who collected the records")
	flags.StringVar(&h.Publisher.EN, "publisher-en", "", "the same in English")
	flags.StringVar(&h.Country.JA, "country", "", "the country of the firms")
	flags.StringVar(&h.Country.EN, "country-en", "", "the same in English")
	flags.StringVar(&h.Population.JA, "population", "", "who was asked")
	flags.StringVar(&h.Population.EN, "population-en", "", "the same in English")
	flags.StringVar(&h.Licence.JA, "licence", "", "what others may do with the averages")
	flags.StringVar(&h.Licence.EN, "licence-en", "", "the same in English")
}

// parseAnywhere takes options before, between and behind the other arguments, and returns these.
func parseAnywhere(flags *flag.FlagSet, args []string) (others []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if flags.NArg() == 0 {
			return others, nil
		}
		others, args = append(others, flags.Arg(0)), flags.Args()[1:]
	}
}

// piped reports whether somebody gives us something on standard input, instead of a terminal or nothing.
func piped(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice == 0
}

func makeAverages(inputs []string, out string, options average.Options, header average.Header) error {
	collection, err := average.New(options)
	if err != nil {
		return fmt.Errorf("average: %w", err)
	}
	collection.Read(inputs, os.Stdin, func(problem string) { fmt.Fprintln(os.Stderr, "left out:", problem) })
	file, report, err := collection.File(header)
	fmt.Fprintln(os.Stderr, report)
	if err != nil {
		return fmt.Errorf("average: no file is written: %w", err)
	}
	data, err := average.Encode(file)
	if err != nil {
		return err
	}
	if out == "" {
		_, err = os.Stdout.Write(data)
		return err
	}
	return average.WriteFile(out, data)
}

func printQuery() error {
	query, err := average.Query()
	if err != nil {
		return err
	}
	_, err = fmt.Print(query)
	return err
}
