import { useNavigate } from "@tanstack/react-router";
import { useId, useState, type KeyboardEvent } from "react";
import { useAccount } from "~/api/session";
import { classNames } from "~/ui/class-names";
import { Dialog } from "~/ui/dialog";
import { words } from "~/words/words";
import { paletteEntries, type PaletteEntry } from "./palette-entries";

export function Palette({ onClose }: { onClose: () => void }) {
  const account = useAccount();
  const navigate = useNavigate();
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const entries = paletteEntries(typed, account);
  const active = entries[Math.min(at, entries.length - 1)];
  const idOf = (entry: PaletteEntry) => `${list}-${entry.id}`;

  const open = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    onClose();
    void navigate({ href: entry.href });
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, entries.length - 1) + step + entries.length) % entries.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      open(active);
    }
  };

  return (
    <Dialog title={words.frame.palette.title} onClose={onClose}>
      <input
        className="field"
        type="text"
        role="combobox"
        aria-label={words.frame.palette.title}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={active === undefined ? undefined : idOf(active)}
        placeholder={words.frame.palette.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <ul className="palette-list" id={list} role="listbox" aria-label={words.frame.palette.results}>
        {entries.map((entry) => (
          <li
            key={entry.id}
            id={idOf(entry)}
            role="option"
            aria-selected={entry === active}
            className={classNames(entry === active && "on")}
            onClick={() => open(entry)}
          >
            {entry.label}
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="soft">{words.frame.palette.none}</p>}
    </Dialog>
  );
}
