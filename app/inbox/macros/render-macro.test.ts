import { describe, expect, test } from "vitest";
import { MACRO_VARIABLES, type MacroVariable } from "./macro.ts";
import { gapsIn, renderMacro, unknownBlanks } from "./render-macro.ts";
import { STARTER_MACROS } from "./starters.ts";

const VALUES = { "shopper.first_name": "Noor", "order.name": "#1001", "staff.name": "Sam Okafor" };

describe("A macro", () => {
  test("has what the conversation knows in its blanks", () => {
    const body = "Hi {{shopper.first_name}}, about {{ order.name }}: … {{staff.name}}";
    expect(renderMacro(body, VALUES)).toEqual({ text: "Hi Noor, about #1001: … Sam Okafor", missing: [] });
  });

  test("shows a gap for what nobody knows, and names each once", () => {
    expect(renderMacro("{{order.expected}}, {{order.expected}} by {{tracking.carrier}}", VALUES)).toEqual({
      text: "[when it should arrive], [when it should arrive] by [carrier]",
      missing: ["when it should arrive", "carrier"],
    });
  });

  test.each(["orders.name", "constructor", "toString", "order", ""])("makes nothing up for {{%s}}", (name) => {
    const body = `Order {{${name}}}`;
    expect(renderMacro(body, VALUES).text).toBe(`Order [${name || "…"}]`);
    expect(unknownBlanks(body)).toEqual([name]);
  });

  test("reads no blanks in what it fills in, and keeps it to one line", () => {
    const values = { "shopper.first_name": "{{order.name}}\n\u202Eevil", "order.name": "#1001" };
    expect(renderMacro("Hi {{shopper.first_name}}!", values).text).toBe("Hi {{order.name}} evil!");
  });

  test("counts an empty value as not known", () => {
    expect(renderMacro("{{order.name}}", { "order.name": " " }).missing).toEqual(["order number"]);
  });

  test.each(Object.keys(MACRO_VARIABLES) as MacroVariable[])(
    "leaves a gap for %s that is seen before sending",
    (name) => {
      const { text } = renderMacro(`A {{${name}}} b`, {});
      expect(gapsIn(text)).toEqual([`[${MACRO_VARIABLES[name]}]`]);
      expect(gapsIn(renderMacro(`A {{${name}}} b`, { [name]: "x" }).text)).toEqual([]);
    },
  );

  test.each(STARTER_MACROS.map(({ name, body }) => [name, body]))("%s has no blank that is no variable", (_, body) => {
    expect(unknownBlanks(body)).toEqual([]);
  });
});
