import { useState } from "react";
import { Button } from "./button";

/** Says by its own label that the text was copied. */
export function CopyButton({
  text,
  label,
  done,
  className,
  look = "plain",
}: {
  text: () => string;
  label: string;
  done: string;
  className?: string;
  look?: "plain" | "normal";
}) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
    window.setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <Button look={look} className={className} onClick={() => void copy()}>
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  );
}
