import { createContext, useContext } from "react";

/** The document's script nonce on the server; the browser keeps it to itself, so there it is empty. */
const NonceContext = createContext<string>("");

export const NonceProvider = NonceContext.Provider;
export const useNonce = (): string => useContext(NonceContext);
