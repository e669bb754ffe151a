import { words } from "~/words/words";

const text = words.join;

export function NextSteps() {
  return (
    <section className="form-part line">
      <h2>{text.next}</h2>
      <ol className="numbered prose">
        {text.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
