import { unknownChatPath } from "../identity/chat-request.server.ts";

export const loader = unknownChatPath;
export const action = unknownChatPath;
