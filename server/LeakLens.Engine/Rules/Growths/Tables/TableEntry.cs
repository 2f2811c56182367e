using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths.Tables;

/// <summary>An entry that a function puts into a table, or takes out of one, by its key.</summary>
/// <param name="Node">The statement or call that does it; where an item is bound it is the item.</param>
/// <param name="Table">The expression that names the table: <c>self.rows</c>.</param>
/// <param name="Place">The attribute of a class's objects, or the variable of the module, that it stands for.</param>
/// <param name="IsCount">The value is made of the one that was there, as with <c>table[key] += 1</c>.</param>
internal sealed record TableEntry(SyntaxNode Node, Expression Table, TablePlace Place, Expression Key, FunctionDef Function, bool IsCount = false);
