import { useState } from "react";
import { Button } from "./button";

/** Says by its own label that the text was copied. */
export function CopyButton({
  text,
  label,
  done,
  className,
}: {
  text: () => string;
  label: string;
  done: string;
  className?: string;
}) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
    window.setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <Button look="plain" className={className} onClick={() => void copy()}>
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  );
}
