// What the app cannot do once it has stopped, or before it has started: hand over what is stored, start again, say that
// it does not come. Knows nothing of the app.
const DATABASE = "direct-sms";

function stored() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE);
    opening.onerror = () => reject(opening.error);
    // There was nothing: leave nothing behind.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onsuccess = () => {
      const tables = {};
      const names = [...opening.result.objectStoreNames];
      const reading = opening.result.transaction(names);
      for (const name of names) {
        tables[name] = [];
        reading.objectStore(name).openCursor().onsuccess = ({ target: { result: cursor } }) => {
          if (cursor) {
            tables[name].push([cursor.key, cursor.value]);
            cursor.continue();
          }
        };
      }
      reading.onabort = () => reject(reading.error);
      reading.oncomplete = () => {
        opening.result.close();
        resolve({ format: "direct-sms rescue", version: 3, tables });
      };
    };
  });
}

async function rescue(said) {
  try {
    const file = new Blob([JSON.stringify(await stored())], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "direct-sms-rescue.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    said.textContent = "Exported. Open the file from the first-start page or the draft's menu to go on from it.";
  } catch (error) {
    said.textContent = `Nothing could be exported: ${error?.message ?? error}. Reload the page.`;
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-rescue]");
  if (button?.dataset.rescue === "export") rescue(button.closest("section, dialog, main").querySelector("[data-rescue-said]"));
  if (button?.dataset.rescue === "reload") location.reload();
});
// Escape does not lead back to an app that has stopped.
document.getElementById("panic").addEventListener("cancel", (event) => event.preventDefault());

// Code that does not come says nothing by itself.
const PATIENCE = 15_000;
setTimeout(() => {
  const said = document.querySelector("#starting [data-said]");
  if (said) said.textContent = "This takes longer than it should. Check the connection, then reload the page.";
}, PATIENCE);
