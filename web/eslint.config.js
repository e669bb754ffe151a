import importX from "eslint-plugin-import-x";
import react from "eslint-plugin-react";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const upwards = {
  group: ["../**"],
  message: "Write ~/…: a path that leaves its folder names the zone it enters.",
};
const closed = (zone, ...groups) => ({
  files: [`src/${zone}/**/*.{ts,tsx}`],
  ignores: ["**/*.test.tsx"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          upwards,
          { group: groups, message: `${zone} may not import this: ui, lib ← api, words ← features ← app.` },
        ],
      },
    ],
  },
});

const spoken = ["aria-label", "aria-description", "alt", "label", "placeholder", "title"].join("|");

export default defineConfig(
  globalIgnores(["dist", "src/api/schema.ts"]),
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { react, "import-x": importX },
    settings: { react: { version: "19" } },
    rules: {
      eqeqeq: "error",
      "max-lines": ["error", 300],
      "import-x/no-default-export": "error",
      "no-restricted-imports": ["error", { patterns: [upwards] }],
      "no-restricted-syntax": [
        "error",
        {
          selector: `JSXAttribute[name.name=/^(${spoken})$/] > Literal[value=/[A-Za-z]/]`,
          message: "Words for people live in src/words.",
        },
      ],
      "react/jsx-no-literals": [
        "error",
        { noStrings: true, ignoreProps: true, allowedStrings: ["·", "–", "×", "→"] },
      ],
      "react/jsx-key": "error",
      "react/no-danger": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  closed(
    "lib",
    "~/ui/**",
    "~/api/**",
    "~/words/**",
    "~/features/**",
    "~/app/**",
    "~/report/**",
    "~/verify/**",
  ),
  closed("ui", "~/api/**", "~/words/**", "~/features/**", "~/app/**", "~/report/**", "~/verify/**"),
  closed("api", "~/words/**", "~/features/**", "~/app/**", "~/report/**", "~/verify/**"),
  closed("words", "~/features/**", "~/app/**", "~/report/**", "~/verify/**"),
  closed("features", "~/features/**", "~/app/**", "!~/app/paths", "~/report/**", "~/verify/**"),
  closed("app", "~/report/**", "~/verify/**"),
  closed("report", "~/ui/**", "~/features/**", "~/app/**", "~/verify/**"),
  closed("verify", "~/ui/**", "~/features/**", "~/app/**", "~/report/**"),
  { files: ["vite.config.ts"], rules: { "import-x/no-default-export": "off" } },
);
