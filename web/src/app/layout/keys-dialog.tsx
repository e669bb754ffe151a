import { Dialog } from "~/ui/dialog";
import { words } from "~/words/words";

const { keys } = words.frame;

const rows: [keys: string[], meaning: string][] = [
  [["⌘K", "Ctrl K", "/"], keys.find],
  [["?"], keys.help],
  [["j"], keys.down],
  [["k"], keys.up],
  [["↵"], keys.open],
  [["g", "q"], keys.queue],
  [["g", "i"], keys.incidents],
  [["g", "a"], keys.advisories],
  [["g", "s"], keys.statistics],
  [["g", "f"], keys.figures],
  [["esc"], keys.escape],
];

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={keys.title} onClose={onClose}>
      <dl className="kv keys-list">
        {rows.map(([pressed, meaning]) => (
          <div key={pressed.join("")}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
