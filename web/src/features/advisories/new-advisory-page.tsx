import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "~/app/paths";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { AdvisoryFields } from "./advisory-fields";
import { emptyAdvisory, toCreate } from "./advisory-form";
import { useCreateAdvisory } from "./queries";

const text = words.advisories;

export function NewAdvisoryPage() {
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const create = useCreateAdvisory();
  useTitle(text.newTitle);
  return (
    <div className="wrap page form-page">
      <h1>{text.newTitle}</h1>
      <p className="soft">{text.form.what}</p>
      <AdvisoryFields
        start={emptyAdvisory}
        error={create.error}
        busy={create.isPending}
        action={text.form.save}
        onSubmit={(form) =>
          create.mutate(
            { body: toCreate(form), key },
            { onSuccess: (advisory) => void navigate({ to: paths.advisory(advisory.id) }) },
          )
        }
      />
    </div>
  );
}
