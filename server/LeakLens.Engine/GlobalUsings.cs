// Two names of CPython's grammar are also names of the base class library; in this project they are the grammar's.
global using Attribute = LeakLens.Python.Syntax.Attribute;
global using Tuple = LeakLens.Python.Syntax.Tuple;
