namespace LeakLens.Engine.Rules.Lifetimes.Data;

/// <summary>A handler of log records that keeps them until it can hand them on, and hands on nothing before it has somebody to hand them to.</summary>
/// <param name="Made">The call that makes one.</param>
/// <param name="Target">The argument that says whom it hands them to.</param>
/// <param name="At">The place of that argument.</param>
/// <param name="SetTarget">The method that says it later.</param>
/// <param name="Contents">The attribute that holds the records.</param>
/// <param name="Add">The method of a logger that begins to use it.</param>
/// <param name="Remove">The method that ends that.</param>
internal sealed record RecordBuffer(string Made, string Target, int At, string SetTarget, string Contents, string Add, string Remove);
