import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { Loaded } from "~/ui/loaded";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { FileField } from "./file-field";
import { PaperForm } from "./paper-form";
import { PaperLine } from "./paper-line";
import { papersQuery, useSendFile, type Chosen } from "./queries";

type Paper = Schemas["EvidenceFile"];

const text = words.evidence.paper;

export interface PaperChoice {
  /** The kind that counts; any when there is none. */
  kind: Schemas["EvidenceKind"] | null;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

/** The papers for one requirement: entered here, or used again where they are entered already. */
export function PaperPick({ kind, chosen, onChange }: PaperChoice) {
  const papers = useQuery(papersQuery);
  const [enters, setEnters] = useState(false);
  return (
    <Loaded asked={papers}>
      {(all) => {
        const shown = all.filter(({ id }) => chosen.includes(id));
        const others = all.filter((one) => !chosen.includes(one.id) && (kind === null || one.kind === kind));
        return (
          <>
            {shown.length === 0 ? (
              <p className="soft">{text.none}</p>
            ) : (
              <ul className="papers">
                {shown.map((paper) => (
                  <PaperLine key={paper.id} paper={paper}>
                    <Button
                      aria-label={text.removeName(paper.title)}
                      onClick={() => onChange(chosen.filter((id) => id !== paper.id))}
                    >
                      {text.remove}
                    </Button>
                    {(paper.sha256 ?? null) === null && <SendFile paper={paper} />}
                  </PaperLine>
                ))}
              </ul>
            )}
            {enters ? (
              <PaperForm
                kind={kind}
                onDone={(id) => {
                  setEnters(false);
                  onChange([...chosen, id]);
                }}
                onCancel={() => setEnters(false)}
              />
            ) : (
              <div className="paper-ways">
                <Button onClick={() => setEnters(true)}>{text.add}</Button>
                {others.length > 0 && <Reuse papers={others} onUse={(id) => onChange([...chosen, id])} />}
              </div>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Reuse({ papers, onUse }: { papers: readonly Paper[]; onUse: (id: string) => void }) {
  return (
    <SelectField
      label={text.reuse}
      optional
      none={text.choose}
      options={papers.map(({ id, title, issuer, issued_on: day }) => ({
        value: id,
        label: `${title} · ${text.issuedOn(issuer, day)}`,
      }))}
      value=""
      onChange={({ target }) => {
        if (target.value !== "") onUse(target.value);
      }}
    />
  );
}

function SendFile({ paper }: { paper: Paper }) {
  const send = useSendFile(paper.id);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <div className="paper-form">
      <p className="fault">{text.noFile}</p>
      <FileField label={text.sendFile(paper.title)} chosen={chosen} onChoose={setChosen} />
      {send.isError && <ErrorState error={send.error} />}
      <Button
        disabled={chosen === null || send.isPending}
        onClick={() => chosen !== null && send.mutate(chosen)}
      >
        {send.isPending ? text.sending : text.sendIt}
      </Button>
    </div>
  );
}
