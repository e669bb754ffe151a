import { useState, type ReactNode } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { CopyButton } from "./copy-button";
import type { Option } from "./field";
import { FilterEditor } from "./filter-editor";
import { Popover } from "./popover";
import { useUiWords } from "./ui-words";

interface FilterBase {
  id: string;
  label: string;
  /** Shown even when it is not set. */
  always?: boolean;
}

export type Filter =
  | (FilterBase & {
      kind: "many";
      options: readonly Option[];
      value: readonly string[] | undefined;
      onChange: (value: string[] | undefined) => void;
    })
  | (FilterBase & {
      kind: "one";
      options: readonly Option[];
      value: string;
      /** Having this value counts as not filtered. */
      usual?: string;
      onChange: (value: string) => void;
    })
  | (FilterBase & {
      kind: "range";
      options: readonly Option[];
      from: string | undefined;
      to: string | undefined;
      onChange: (from: string | undefined, to: string | undefined) => void;
    })
  | (FilterBase & {
      kind: "text";
      value: string | undefined;
      onChange: (value: string | undefined) => void;
    })
  | (FilterBase & {
      /** One that no other kind can edit. */
      kind: "own";
      /** What is chosen, in words. */
      summary: string | undefined;
      editor: (done: () => void) => ReactNode;
    });

function isSet(filter: Filter): boolean {
  switch (filter.kind) {
    case "many":
    case "text":
      return filter.value !== undefined;
    case "one":
      return filter.value !== filter.usual;
    case "range":
      return filter.from !== undefined || filter.to !== undefined;
    case "own":
      return filter.summary !== undefined;
  }
}

function useSummary(filter: Filter): string {
  const words = useUiWords();
  const labelOf = (options: readonly Option[], value: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  switch (filter.kind) {
    case "many": {
      const [first, ...rest] = filter.value ?? [];
      if (first === undefined) return words.filters.any;
      return rest.length === 0 ? labelOf(filter.options, first) : words.filters.count(rest.length + 1);
    }
    case "one":
      return labelOf(filter.options, filter.value);
    case "range": {
      const first = filter.from ?? filter.options[0]?.value ?? "";
      const last = filter.to ?? filter.options.at(-1)?.value ?? "";
      return first === last
        ? labelOf(filter.options, first)
        : `${labelOf(filter.options, first)} – ${labelOf(filter.options, last)}`;
    }
    case "text":
      return filter.value ?? words.filters.any;
    case "own":
      return filter.summary ?? words.filters.any;
  }
}

function FilterChip({
  filter,
  startsOpen,
  onClose,
}: {
  filter: Filter;
  startsOpen: boolean;
  onClose: () => void;
}) {
  const summary = useSummary(filter);
  return (
    <Popover
      startsOpen={startsOpen}
      trigger={(props) => (
        <button type="button" {...props} className={classNames("chip", isSet(filter) && "on")}>
          <b>{filter.label}</b> {summary}
        </button>
      )}
    >
      {(close) => (
        <FilterEditor
          filter={filter}
          onDone={() => {
            close();
            onClose();
          }}
        />
      )}
    </Popover>
  );
}

/** All of a view's filters. They live in the address, so the back button, a bookmark and a copied link are right. */
export function FilterBar({ filters, children }: { filters: readonly Filter[]; children?: ReactNode }) {
  const words = useUiWords();
  const [added, setAdded] = useState<readonly string[]>([]);
  const visible = filters.filter(
    (filter) => filter.always === true || isSet(filter) || added.includes(filter.id),
  );
  const others = filters.filter((filter) => !visible.includes(filter));
  return (
    <div className="filters bar" role="group" aria-label={words.filters.name}>
      {visible.map((filter) => (
        <FilterChip
          key={filter.id}
          filter={filter}
          startsOpen={added.includes(filter.id)}
          onClose={() => setAdded(added.filter((id) => id !== filter.id))}
        />
      ))}
      {others.length > 0 && (
        <Popover
          trigger={(props) => (
            <button type="button" {...props} className="chip add">
              {words.filters.add}
            </button>
          )}
        >
          {(close) => (
            <span className="panel-list" role="group" aria-label={words.filters.add}>
              {others.map((filter) => (
                <Button
                  key={filter.id}
                  look="plain"
                  onClick={() => {
                    setAdded([...added, filter.id]);
                    close();
                  }}
                >
                  {filter.label}
                </Button>
              ))}
            </span>
          )}
        </Popover>
      )}
      <span className="push row">
        {children}
        <CopyButton
          text={() => window.location.href}
          label={words.filters.copyLink}
          done={words.filters.copied}
        />
      </span>
    </div>
  );
}
