import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "build/",
      "node_modules/",
      "reports/",
      ".data/",
      ".cache/",
      "app/platform/generated/",
      "app/shopify/generated/",
      "extensions/*/assets/",
    ],
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts", "**/*.tsx"] })),
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-console": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // It overflows the stack on graphql's recursive types.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
    },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    rules: { ...reactHooks.configs["recommended-latest"]?.rules, ...jsxA11y.flatConfigs.strict.rules },
  },
  {
    files: ["**/*.test.ts", "tests/**/*.ts", "devstore/**/*.ts", "extensions/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    // What people run in a terminal speaks to it.
    files: [
      "tests/{bench,evals,faults}/**/*.ts",
      "devstore/*.ts",
      "tests/*.ts",
      "tests/e2e/pictures.ts",
      "tests/support/global-setup.ts",
      "**/build.ts",
      "**/theme-check.ts",
      "**/codegen.ts",
      "**/prune.ts",
    ],
    rules: { "no-console": "off" },
  },
);
