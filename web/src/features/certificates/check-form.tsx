import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { otherEntries, paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { words } from "~/words/words";

const text = words.certificates.check;

/** The number of a certificate leads to its page, whatever that page will say. */
export function CheckForm({ scan = false }: { scan?: boolean }) {
  const navigate = useNavigate();
  const [number, setNumber] = useState("");
  const id = useId();
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim() !== "") void navigate({ to: paths.certificate(number.trim()) });
      }}
    >
      <label className="vh" htmlFor={id}>
        {text.number}
      </label>
      <input
        className="field"
        id={id}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        placeholder={text.number}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <Button type="submit" look={scan ? "go" : "normal"}>
        {text.action}
      </Button>
      {scan && (
        <a className="btn" href={otherEntries.verify()}>
          {text.scan}
        </a>
      )}
    </form>
  );
}
