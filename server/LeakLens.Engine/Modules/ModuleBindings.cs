using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Modules;

/// <summary>
/// Which statement binds which name of a module: the first of those at its top, also inside <c>if</c> and <c>try</c>. What follows may bind it again; who
/// imports the name gets to know what it is at first.
/// </summary>
internal sealed class ModuleBindings
{
    private readonly Dictionary<string, Statement> _byName = new(StringComparer.Ordinal);

    private ModuleBindings()
    {
    }

    public static ModuleBindings Of(Module module)
    {
        var bindings = new ModuleBindings();
        bindings.Collect(module.Body);
        return bindings;
    }

    public Statement? Find(string name) => _byName.GetValueOrDefault(name);

    private void Collect(System.Collections.Immutable.ImmutableArray<Statement> body)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case FunctionDef function:
                    _byName.TryAdd(function.Name, function);
                    break;
                case ClassDef type:
                    _byName.TryAdd(type.Name, type);
                    break;
                case Assign assign:
                    foreach (var target in assign.Targets)
                    {
                        Add(target, assign);
                    }

                    break;
                case AnnAssign { Value: not null } assign:
                    Add(assign.Target, assign);
                    break;
                case Import import:
                    foreach (var alias in import.Names)
                    {
                        _byName.TryAdd(alias.AsName ?? alias.Name.Split('.')[0], import);
                    }

                    break;
                case ImportFrom import:
                    foreach (var alias in import.Names)
                    {
                        _byName.TryAdd(alias.AsName ?? alias.Name, import);
                    }

                    break;
                case If branch:
                    Collect(branch.Body);
                    Collect(branch.OrElse);
                    break;
                case Try attempt:
                    Collect(attempt.Body);
                    break;
                default:
                    break;
            }
        }
    }

    private void Add(Expression target, Statement statement)
    {
        if (target is Name name)
        {
            _byName.TryAdd(name.Id, statement);
        }
    }
}
