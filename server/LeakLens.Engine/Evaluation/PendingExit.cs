using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// A branch that may have been taken and that left early (<c>continue</c>, <c>break</c>, <c>return</c>, <c>raise</c>):
/// what it had written, relative to the state at the fork. It joins the others where its jump lands.
/// </summary>
internal sealed record PendingExit(Completion Completion, int ForkMark, List<SlotWrite> Written);
