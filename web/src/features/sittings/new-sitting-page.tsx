import { Link, useNavigate } from "@tanstack/react-router";
import { paths } from "~/app/paths";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { SittingForm } from "./sitting-form";

const text = words.sittingForm;

/** Announces an exam, a training or a workshop. */
export function NewSittingPage() {
  const navigate = useNavigate();
  useTitle(text.newTitle);
  return (
    <div className="wrap page form-page">
      <p className="small crumbs">
        <Link to={paths.sittings()}>{words.sittings.title}</Link>
      </p>
      <h1>{text.newTitle}</h1>
      <SittingForm onSaved={(id) => void navigate({ to: paths.sitting(id) })} />
    </div>
  );
}
