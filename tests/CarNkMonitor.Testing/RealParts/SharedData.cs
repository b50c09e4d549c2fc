namespace CarNkMonitor.Testing.RealParts;

/// <summary>Real data beside the checkout, which a stranger's clone does not have.</summary>
public static class SharedData
{
    /// <summary>
    /// Path of a folder of <c>../shared/data</c>, seen from the checkout; where it is missing the calling test is skipped,
    /// or fails with <c>CI=true</c>.
    /// </summary>
    public static string Folder(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(RepositoryRoot.Find(), "..", "shared", "data", name));
        if (!Directory.Exists(folder))
            RealPart.Missing($"The real data ../shared/data/{name} is not beside this checkout");
        return folder;
    }
}
