import { Letters } from "~/features/letters/letters";
import { NotFoundPage } from "./error-page";

export function LettersPage() {
  return <Letters missing={<NotFoundPage />} />;
}
