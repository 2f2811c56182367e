namespace LeakLens.Engine.Taint;

/// <summary>Who decides.</summary>
internal enum TaintTrust
{
    /// <summary>Who runs the program: arguments, the environment, the keyboard.</summary>
    Local,

    /// <summary>Another program that this one chose to talk to: a server, a broker.</summary>
    Peer,

    /// <summary>Whoever can reach it.</summary>
    Remote,
}
