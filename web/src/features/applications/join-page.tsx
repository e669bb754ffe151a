import { useState } from "react";
import type { Schemas } from "~/api/client";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { JoinForm } from "./join-form";
import { JoinSent } from "./join-sent";
import { NextSteps } from "./next-steps";

const text = words.join;

export interface Sent {
  made: Schemas["ApplicationMade"];
  email: string;
}

export function JoinPage() {
  const [sent, setSent] = useState<Sent | null>(null);
  useTitle(sent === null ? text.title : text.sent.title);
  return (
    <div className="wrap page form-page">
      {sent === null ? (
        <>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
          <JoinForm onSent={setSent} />
          <NextSteps />
        </>
      ) : (
        <JoinSent sent={sent} />
      )}
    </div>
  );
}
