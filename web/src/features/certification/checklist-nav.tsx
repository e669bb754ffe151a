import { StateMark, type StateTone } from "~/ui/state-mark";
import { words } from "~/words/words";
import type { CertificationApplication } from "~/api/certification";
import { partId, partsOf, type Part } from "./checklist";

const text = words.certificationDraft.list;

const tones = { done: "valid", missing: "absent", free: "open" } satisfies Record<Part["state"], StateTone>;

function said({ state, count }: Part): string {
  if (state === "free") return text.free;
  if (state === "done") return text.done;
  return count !== null && count.asked > 1 ? text.of(count.given, count.asked) : text.open;
}

function jump(field: string) {
  const heading = document.getElementById(partId(field));
  heading?.focus({ preventScroll: true });
  heading?.closest("section")?.scrollIntoView({ block: "start" });
}

/** All parts with what each still lacks; each leads to its place. */
export function Checklist({ application }: { application: CertificationApplication }) {
  const parts = partsOf(application);
  const lacking = parts.filter(({ state }) => state === "missing").length;
  return (
    <nav className="checklist" aria-label={text.title}>
      <h2>{text.title}</h2>
      <p className="small soft">{lacking === 0 ? text.ready : text.lacking(lacking)}</p>
      <ol>
        {parts.map((part) => (
          <li key={part.field}>
            <a
              href={`#${partId(part.field)}`}
              onClick={(event) => {
                event.preventDefault();
                jump(part.field);
              }}
            >
              {part.label}
            </a>
            <span className="small">
              {part.questions > 0 ? (
                <StateMark tone="soon" label={text.asked(part.questions)} />
              ) : (
                <StateMark tone={tones[part.state]} label={said(part)} />
              )}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
