import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { Popover, type PopoverTrigger } from "./popover";
import { classNames } from "./class-names";

export interface MenuItem {
  id: string;
  label: string;
  keyHint?: string;
  /** Draws a hairline above. */
  breaks?: boolean;
  current?: boolean;
  /** Only where the bar has no room for it. */
  phone?: boolean;
  onChoose: () => void;
}

function MenuList({ items, name, close }: { items: readonly MenuItem[]; name: string; close: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLButtonElement>("[role^=menuitem]") ?? [])];

  useEffect(() => {
    list.current?.querySelector<HTMLButtonElement>("[role^=menuitem]")?.focus();
  }, []);

  const move = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    const letter = event.key.length === 1 ? event.key.toLowerCase() : null;
    const target =
      event.key === "ArrowDown"
        ? all[(at + 1) % all.length]
        : event.key === "ArrowUp"
          ? all[(at - 1 + all.length) % all.length]
          : event.key === "Home"
            ? all[0]
            : event.key === "End"
              ? all.at(-1)
              : letter === null
                ? undefined
                : [...all.slice(at + 1), ...all].find((entry) =>
                    entry.textContent.toLowerCase().startsWith(letter),
                  );
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <div className="menu" role="menu" aria-label={name} ref={list} onKeyDown={move}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role={item.current === undefined ? "menuitem" : "menuitemradio"}
          aria-checked={item.current}
          tabIndex={-1}
          className={classNames(
            "menu-item",
            item.breaks && "brk",
            item.current && "on",
            item.phone && "phone-item",
          )}
          onClick={() => {
            close();
            item.onChoose();
          }}
        >
          <span>{item.label}</span>
          {item.keyHint !== undefined && <kbd aria-hidden="true">{item.keyHint}</kbd>}
        </button>
      ))}
    </div>
  );
}

export function Menu({
  name,
  items,
  trigger,
  align = "end",
}: {
  name: string;
  items: readonly MenuItem[];
  trigger: (props: PopoverTrigger & { "aria-haspopup": "menu" }) => ReactNode;
  align?: "start" | "end";
}) {
  return (
    <Popover align={align} trigger={(props) => trigger({ ...props, "aria-haspopup": "menu" })}>
      {(close) => <MenuList items={items} name={name} close={close} />}
    </Popover>
  );
}
