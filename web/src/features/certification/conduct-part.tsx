import { useQuery } from "@tanstack/react-query";
import { Loaded } from "~/ui/loaded";
import { words } from "~/words/words";
import { PartSection } from "./beside";
import { conductCode, withDeclared } from "./draft-form";
import type { DraftPart } from "./draft-parts";
import { schemeVersionQuery } from "./queries";

const text = words.certificationDraft.conduct;

/** The code of conduct of the version that the application follows: read here, accepted here. */
export function ConductPart({ application, form, change, faultOf }: DraftPart) {
  const version = useQuery(schemeVersionQuery(application.scheme, application.scheme_version));
  const declares = application.requirements.some(({ code }) => code === conductCode);
  const fault = faultOf("conduct_version");
  return (
    <PartSection
      field={conductCode}
      title={text.title}
      aside={
        version.data !== undefined && (
          <span className="small soft">{text.version(version.data.content.code_of_conduct.version)}</span>
        )
      }
    >
      <Loaded asked={version}>
        {({ content: { code_of_conduct: conduct } }) => (
          <>
            {typeof conduct.text === "string" && (
              <div
                className="conduct pre-line"
                tabIndex={0}
                role="region"
                aria-label={text.version(conduct.version)}
              >
                {conduct.text}
              </div>
            )}
            {typeof conduct.url === "string" && (
              <p>
                {text.read} <bdi>{conduct.url}</bdi>
              </p>
            )}
            <label className="choice">
              <input
                type="checkbox"
                checked={form.conduct === conduct.version}
                onChange={({ target }) =>
                  change((before) => {
                    const accepted = { ...before, conduct: target.checked ? conduct.version : null };
                    return declares ? withDeclared(accepted, conductCode, target.checked) : accepted;
                  })
                }
              />
              <span>{text.accept}</span>
            </label>
            {fault !== undefined && <p className="fault">{fault}</p>}
          </>
        )}
      </Loaded>
    </PartSection>
  );
}
