import type { Provider } from "../../agent/models/model-settings.ts";
import type { ModelTrouble } from "../../agent/models/try-model.server.ts";
import { settingsTexts } from "../../components/settings/settings.texts.ts";

const dollars = (amount: number) =>
  `$${amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: amount < 1 ? 4 : 2 })}`;
const monthName = (month: string) =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en-US", { month: "long", timeZone: "UTC" });
const status = (code: number | null) => (code === null ? "" : ` (it answered ${code})`);

const PROVIDERS: Record<Provider, { label: string; help: string }> = {
  app: {
    label: "Wherewithal’s own choice",
    help: "",
  },
  embedded: {
    label: "Built in",
    help: "No other company sees your shoppers’ messages, and it costs nothing. It answers the common questions by itself.",
  },
  openai: {
    label: "OpenAI, with your own account",
    help: "Shoppers’ messages are sent to OpenAI, which bills you.",
  },
  compatible: {
    label: "Another provider, or a server of your own",
    help: "Anything that speaks OpenAI’s Chat Completions: Azure, OpenRouter, Mistral, vLLM, Ollama and others.",
  },
};

const TROUBLE: Record<ModelTrouble, (code: number | null) => string> = {
  wrong_key: (code) =>
    `The key was not accepted${status(code)}. Check that all of it was copied and that it may use this model.`,
  unknown_model: (code) =>
    `Nothing is known there by this model’s name${status(code)}. Check the name and the address.`,
  unreachable: () => "Nobody answers at this address. Check it, and that the server can be reached from the internet.",
  private_address: () =>
    "This address leads into a private network. Only addresses on the public internet can be used.",
  rate_limited: (code) =>
    `The provider has had too many requests from this account just now${status(code)}. Try again in a minute.`,
  out_of_quota: (code) =>
    `The account has no credit left, or its own limit is reached${status(code)}. Add credit with the provider.`,
  timed_out: () => "The model did not answer within 20 seconds: shoppers would wait too long.",
  server_error: (code) => `The provider is in trouble${status(code)}. Try again later.`,
  refused: (code) =>
    `The request was refused${status(code)}. The model may not be able to use tools, which the agent needs.`,
  not_compatible: (code) =>
    `What answers there does not speak Chat Completions with streaming${status(code)}. Check the address; it usually ends in /v1.`,
};

/** All words of the page about the model. */
export const texts = {
  title: "Model",
  back: settingsTexts.heading,
  choice: {
    heading: "Which model answers",
    label: "Which model answers shoppers",
    providers: PROVIDERS,
    appHelp: (model: string, host: string) => `Now: ${model} at ${host}. Shoppers’ messages are sent there.`,
    note: "Whatever you choose, the model never decides about money or access, and if it fails the built-in one takes over.",
  },
  account: {
    heading: "Account",
    baseUrl: "Address of the API",
    baseUrlHelp: "With https, and up to the version: https://llm.example.com/v1",
    model: "Model",
    modelHelp: "As the provider calls it, for example gpt-5-mini.",
    key: "API key",
    newKey: "New API key",
    keyHelp: "Kept encrypted, used for this address alone, and never shown again.",
    keyOptional: "Leave empty if your server wants none. ",
    stored: (end: string, when: string) =>
      end === "" ? `A key is stored, set on ${when}.` : `The key that ends in ${end} is stored, set on ${when}.`,
    storedElsewhere: (host: string) => `The stored key is for ${host}. It is removed when you save.`,
    remove: "Remove key",
    removed: "The key is removed when you save.",
    keep: "Keep key",
  },
  attempt: {
    action: "Test",
    help: "Asks the model one tiny question, as it is entered here.",
    works: (milliseconds: number) => `It works: the model answered in ${(milliseconds / 1000).toFixed(1)} seconds.`,
    trouble: TROUBLE,
    invalid: "Fill in what is marked first.",
    tooOften: "That was tested often just now. Wait a few minutes.",
    failed: "It could not be tested just now. Please try again.",
  },
  spending: {
    heading: "Spending",
    spent: (usd: number, month: string) => `${dollars(usd)} spent in ${monthName(month)}`,
    ofLimit: (usd: number, limit: number, month: string) =>
      `${dollars(usd)} of ${dollars(limit)} spent in ${monthName(month)}`,
    unpriced: (calls: number) =>
      `${calls.toLocaleString("en-US")} ${calls === 1 ? "call is" : "calls are"} not in it, because the price was not known.`,
    reached: "The limit is reached: the built-in model answers until the month ends or you raise the limit.",
    limit: "Monthly limit",
    limitHelp:
      "In US dollars, as providers bill; months begin at midnight UTC. Empty for no limit. Once it is reached the built-in model answers.",
    listed: (input: number, output: number) =>
      `Counted by list price: ${dollars(input)} for a million tokens in, ${dollars(output)} out. Enter other prices if yours differ.`,
    unknown: "This model’s price is not known here. Enter it, so that what it costs can be counted.",
    priceInput: "Price of a million tokens in",
    priceOutput: "Price of a million tokens out",
  },
  errors: {
    noModel: "Enter the model’s name.",
    noAddress: "Enter the address.",
    amount: "Enter an amount such as 12.50.",
    someLimit: "Enter more than 0, or nothing for no limit.",
    unpriced: "Enter this model’s prices: without them a limit cannot be kept.",
    noKey: "This is not a key: keys have no spaces.",
    keyMissing: (host: string) => `Enter the key for ${host}.`,
    url: {
      no_url: "Enter an address such as https://llm.example.com/v1.",
      not_https: "The address must begin with https://.",
      private: "This address leads into a private network. Only addresses on the public internet can be used.",
    },
  },
};
