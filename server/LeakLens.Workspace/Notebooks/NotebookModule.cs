using System.Text;

namespace LeakLens.Workspace.Notebooks;

/// <summary>The cells of a notebook as one module, in their order, which is that of running them all.</summary>
public static class NotebookModule
{
    /// <summary>Adds a cell. Each of its letters keeps its place behind the end of what was there; a line end follows.</summary>
    public static void AddCell(StringBuilder module, string cell) => module.Append(NotebookMagic.Hide(cell)).Append('\n');
}
