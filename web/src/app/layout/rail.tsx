import { Link } from "@tanstack/react-router";
import { useAccount } from "~/api/session";
import { words } from "~/words/words";
import { railOf } from "./rail-items";

export function Rail({ onKeys }: { onKeys: () => void }) {
  const account = useAccount();
  if (account === null) return null;
  return (
    <nav className="rail" aria-label={words.frame.railNav}>
      {railOf(account).map((item) => (
        <Link key={item.to} to={item.to} activeProps={{ "aria-current": "page" }}>
          {item.label}
        </Link>
      ))}
      <div className="foot">
        <button type="button" className="keys-button" onClick={onKeys}>
          <kbd aria-hidden="true">{words.frame.keys.sign}</kbd> {words.frame.allKeys}
        </button>
      </div>
    </nav>
  );
}
