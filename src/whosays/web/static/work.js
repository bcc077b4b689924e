// Follows a piece of work, and shows the whole page once it has ended.
const place = document.getElementById("work");
const ask = async () => {
  try {
    const answer = await fetch(`/jobs/${place.dataset.job}.json`);
    const { job } = await answer.json();
    if (!["waiting", "running"].includes(job.state)) return location.reload();
    if (job.state === "running") place.querySelector("p").textContent = `Under way: ${job.seen.length} read so far. This page follows it.`;
  } catch {
    // The desk may be closing; the next try tells.
  }
  return setTimeout(ask, 1000);
};
setTimeout(ask, 700);
