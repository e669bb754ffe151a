import { useState } from "react";
import { Button } from "./button";
import { SelectField, TextField } from "./field";
import type { Filter } from "./filter-bar";
import { useUiWords } from "./ui-words";

type Of<K extends Filter["kind"]> = Extract<Filter, { kind: K }>;

function Many({ filter, onDone }: { filter: Of<"many">; onDone: () => void }) {
  const words = useUiWords();
  const chosen = filter.value ?? [];
  const toggle = (value: string, on: boolean) => {
    const next = filter.options
      .map((option) => option.value)
      .filter((option) => (option === value ? on : chosen.includes(option)));
    filter.onChange(next.length === 0 ? undefined : next);
  };
  return (
    <span className="panel-list" role="group" aria-label={filter.label}>
      {filter.options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={(event) => toggle(option.value, event.target.checked)}
          />
          <span>{option.label}</span>
        </label>
      ))}
      <Button
        look="plain"
        disabled={filter.value === undefined}
        onClick={() => {
          filter.onChange(undefined);
          onDone();
        }}
      >
        {words.filters.clear}
      </Button>
    </span>
  );
}

function One({ filter, onDone }: { filter: Of<"one">; onDone: () => void }) {
  return (
    <span className="panel-list" role="group" aria-label={filter.label}>
      {filter.options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={`filter-${filter.id}`}
            checked={option.value === filter.value}
            onChange={() => filter.onChange(option.value)}
            onClick={(event) => {
              if (event.detail > 0) onDone();
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </span>
  );
}

function Range({ filter }: { filter: Of<"range"> }) {
  const words = useUiWords();
  const first = filter.options[0]?.value ?? "";
  const last = filter.options.at(-1)?.value ?? "";
  const from = filter.from ?? first;
  const to = filter.to ?? last;
  const set = (a: string, b: string) => {
    const [low, high] = a <= b ? [a, b] : [b, a];
    filter.onChange(low === first ? undefined : low, high === last ? undefined : high);
  };
  return (
    <span className="panel-form">
      <SelectField
        label={words.filters.from}
        options={filter.options}
        value={from}
        onChange={(event) => set(event.target.value, to)}
      />
      <SelectField
        label={words.filters.to}
        options={filter.options}
        value={to}
        onChange={(event) => set(from, event.target.value)}
      />
    </span>
  );
}

function FreeText({ filter, onDone }: { filter: Of<"text">; onDone: () => void }) {
  const words = useUiWords();
  const [value, setValue] = useState(filter.value ?? "");
  return (
    <form
      className="panel-form"
      onSubmit={(event) => {
        event.preventDefault();
        filter.onChange(value.trim() === "" ? undefined : value.trim());
        onDone();
      }}
    >
      <TextField
        label={filter.label}
        optional
        type="search"
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button type="submit">{words.filters.apply}</Button>
    </form>
  );
}

export function FilterEditor({ filter, onDone }: { filter: Filter; onDone: () => void }) {
  switch (filter.kind) {
    case "many":
      return <Many filter={filter} onDone={onDone} />;
    case "one":
      return <One filter={filter} onDone={onDone} />;
    case "range":
      return <Range filter={filter} />;
    case "text":
      return <FreeText filter={filter} onDone={onDone} />;
    case "own":
      return filter.editor(onDone);
  }
}
