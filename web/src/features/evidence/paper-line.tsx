import { useState, type ReactNode } from "react";
import type { Schemas } from "~/api/client";
import { download } from "~/api/download";
import { today } from "~/lib/day-count";
import { Button } from "~/ui/button";
import { ErrorState } from "~/ui/states";
import { StateMark } from "~/ui/state-mark";
import { label, words } from "~/words/words";

type Paper = Schemas["EvidenceFile"];

const text = words.evidence.paper;

function fileName({ title, media_type: type }: Paper): string {
  const plain = title.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
  return `${plain}.${type?.split("/").at(-1) ?? "pdf"}`;
}

/** A paper as it is shown: what it is, who issued it, and its file. */
export function PaperLine({ paper, children }: { paper: Paper; children?: ReactNode }) {
  const [error, setError] = useState<unknown>(null);
  const { title, issuer, issued_on: issued, expires_on: expires, size, sha256 } = paper;
  const open = () => {
    setError(null);
    download(`/api/v1/evidence/${paper.id}/file`, "*/*", fileName(paper)).catch(setError);
  };
  const ends = expires ?? null;
  return (
    <li className="paper">
      <div>
        <p>
          <b>{title}</b> <span className="soft">{label("EvidenceKind", paper.kind)}</span>
        </p>
        <p className="small soft">
          {text.issuedOn(issuer, issued)}
          {ends !== null && ends >= today() && <> · {text.until(ends)}</>}
        </p>
        {ends !== null && ends < today() && (
          <p className="small">
            <StateMark tone="soon" label={text.ranOut(ends)} />
          </p>
        )}
        {sha256 !== null && sha256 !== undefined && (
          <p className="small soft">
            {typeof size === "number" && text.size(size)} · {text.digest} <bdi className="mono">{sha256}</bdi>
          </p>
        )}
      </div>
      <div className="row">
        {sha256 !== null && sha256 !== undefined && (
          <Button aria-label={text.openName(title)} onClick={open}>
            {text.open}
          </Button>
        )}
        {children}
      </div>
      {error !== null && <ErrorState error={error} />}
    </li>
  );
}

/** Papers to read and open. */
export function Papers({ papers, none }: { papers: readonly Paper[]; none: string }) {
  if (papers.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className="papers">
      {papers.map((paper) => (
        <PaperLine key={paper.id} paper={paper} />
      ))}
    </ul>
  );
}
