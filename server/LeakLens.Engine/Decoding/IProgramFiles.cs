namespace LeakLens.Engine.Decoding;

/// <summary>The files that a program may read as it runs. The engine does no IO: whoever has a folder gives it these.</summary>
public interface IProgramFiles
{
    /// <summary>Stands at the front of a path that begins at the folder of the program's own file.</summary>
    const string Here = "\u0001here";

    /// <summary>The file that a path means; null when there is none, or it must not be read.</summary>
    /// <param name="path">As the program would write it, with forward slashes, perhaps behind <see cref="Here"/>.</param>
    ProgramFile? Find(string path);
}
