/**
 * Files that are pasted into the panel or dropped on it. While some hover above, `data-drop` on the panel holds the words
 * that invite to let go.
 */
export function takeFiles(panel: HTMLElement, invitation: string, onFiles: (files: File[]) => void): void {
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files");
  panel.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault(); // else the browser would open the file instead of the page
    panel.dataset.drop = invitation;
  });
  panel.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && panel.contains(relatedTarget))) delete panel.dataset.drop;
  });
  panel.addEventListener("drop", (event) => {
    delete panel.dataset.drop;
    if (!carriesFiles(event)) return;
    event.preventDefault();
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
  panel.addEventListener("paste", ({ clipboardData }) => {
    const files = [...(clipboardData?.files ?? [])];
    // Text that was copied from a document often brings its picture along.
    if (files.length > 0 && !clipboardData?.types.includes("text/plain")) onFiles(files);
  });
}
