import {
  GraphQLError,
  type GraphQLScalarType,
  type GraphQLSchema,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  valueFromASTUntyped,
} from "graphql";
import { z } from "zod";

const dateTime = z.iso.datetime({ offset: true });
const date = z.iso.date();
const decimal = /^-?\d+(\.\d+)?$/;

/** Which texts each of Shopify's scalars allows; JSON allows everything. */
const texts: Record<string, (text: string) => boolean> = {
  ARN: (text) => text.startsWith("arn:"),
  BigInt: (text) => /^-?\d+$/.test(text),
  Color: (text) => /^#[0-9A-Fa-f]{6}$/.test(text),
  Date: (text) => date.safeParse(text).success,
  DateTime: (text) => dateTime.safeParse(text).success,
  Decimal: (text) => decimal.test(text),
  FormattedString: () => true,
  HTML: () => true,
  Money: (text) => decimal.test(text),
  StorefrontID: () => true,
  URL: (text) => URL.canParse(text),
  UnsignedInt64: (text) => /^\d+$/.test(text),
  UtcOffset: (text) => /^[+-]\d{2}:\d{2}$/.test(text),
};

/** Makes the schema's own scalars check what comes in and what goes out, as graphql-js lets everything through. */
export function guardScalars(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type) && !isSpecifiedScalarType(type) && type.name !== "JSON") guard(type);
  }
}

function guard(type: GraphQLScalarType): void {
  const allows = texts[type.name];
  if (!allows) throw new Error(`the devstore does not know the scalar ${type.name}`);
  const check = (value: unknown): string => {
    const text = typeof value === "number" && Number.isFinite(value) ? String(value) : value;
    if (typeof text === "string" && allows(text)) return text;
    throw new GraphQLError(`${JSON.stringify(value)} is not a valid ${type.name}`, {
      extensions: { code: "argumentLiteralsIncompatible" },
    });
  };
  type.serialize = check;
  type.parseValue = check;
  type.parseLiteral = (node, variables) => {
    if (node.kind !== Kind.STRING && node.kind !== Kind.INT && node.kind !== Kind.FLOAT) {
      throw new GraphQLError(`${type.name} is written as a string`, { nodes: node });
    }
    return check(valueFromASTUntyped(node, variables));
  };
}
