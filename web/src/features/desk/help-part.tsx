import { Link } from "@tanstack/react-router";
import { paths } from "~/app/paths";
import { words } from "~/words/words";

const text = words.desk.panel.helpNow;

/** A reporter who asks for help now: whom to call, and how not to give the reporter away by it. */
export function HelpPart() {
  return (
    <p className="note">
      {text.asks}{" "}
      <Link className="strong" to={paths.rota()} search={{ domain: "incident_response" }}>
        {text.rota}
      </Link>{" "}
      {text.care}
    </p>
  );
}
