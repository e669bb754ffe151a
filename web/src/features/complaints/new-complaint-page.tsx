import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { ComplaintFields } from "./complaint-fields";
import { ComplaintSent } from "./complaint-sent";

const route = getRouteApi("/complaints/new");
const text = words.complaint;

/** Anybody complains about a holder, without an account and without a name if that is wished. */
export function NewComplaintPage() {
  const { certificate } = route.useSearch();
  const [made, setMade] = useState<Schemas["ComplaintMade"] | null>(null);
  useTitle(made === null ? text.title : text.sent.title);
  return (
    <div className="wrap page form-page">
      {made === null ? (
        <>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
          <ComplaintFields certificate={certificate ?? ""} onMade={setMade} />
        </>
      ) : (
        <ComplaintSent made={made} />
      )}
    </div>
  );
}
