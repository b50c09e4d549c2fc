using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CarNkMonitor.Monitoring.Data;

/// <summary>The whole record, on SQLite or PostgreSQL. Nothing is stored without an <see cref="Act"/>: who, by which use case, from where.</summary>
public sealed class MonitorContext(DbContextOptions<MonitorContext> options, TimeProvider time)
    : IdentityUserContext<StaffMember, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Study> Studies => Set<Study>();
    public DbSet<StudySettingsVersion> StudySettings => Set<StudySettingsVersion>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<Subject> Subjects => Set<Subject>();
    public DbSet<SubjectLink> SubjectLinks => Set<SubjectLink>();
    public DbSet<Infusion> Infusions => Set<Infusion>();
    public DbSet<BedsideCheck> Checks => Set<BedsideCheck>();
    public DbSet<Observation> Observations => Set<Observation>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<AssessmentChange> AssessmentChanges => Set<AssessmentChange>();
    public DbSet<InvestigatorGrade> InvestigatorGrades => Set<InvestigatorGrade>();
    public DbSet<VoidedSignature> VoidedSignatures => Set<VoidedSignature>();
    public DbSet<NextGrading> NextGradings => Set<NextGrading>();
    public DbSet<PlannedAssessment> PlannedAssessments => Set<PlannedAssessment>();
    public DbSet<Alert> Alerts => Set<Alert>();
    public DbSet<AlertReview> AlertReviews => Set<AlertReview>();
    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<ProviderEvent> ProviderEvents => Set<ProviderEvent>();
    public DbSet<EscalationPolicy> EscalationPolicies => Set<EscalationPolicy>();
    public DbSet<SpentCode> SpentCodes => Set<SpentCode>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<OnCallPlace> OnCallPlaces => Set<OnCallPlace>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditHead> AuditHead => Set<AuditHead>();
    public DbSet<Heartbeat> Heartbeats => Set<Heartbeat>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Who acts now. Set by the request or the sweep, narrowed by the use case.</summary>
    public AuditAct? Act { get; set; }

    /// <summary>Where the acts come from: a request sets it once, and every act that names no place of its own carries it.</summary>
    public AuditOrigin? Origin { get; set; }

    /// <summary>Acts without a row of their own (a page read, a refused sign-in), stored with the next save.</summary>
    readonly List<(AuditAct Act, AuditSubject About, string Detail)> _acts = [];

    public bool IsPostgres => Database.ProviderName == "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>Names an act that changes no row: reading a subject's page, a failed sign-in, an export.</summary>
    public void Note(AuditAct act, AuditSubject about, object? detail = null) => _acts.Add((act, about, Json.Write(detail ?? new { })));

    /// <summary>Only the framework's key store saves synchronously; our own code uses <see cref="SaveChangesAsync"/>.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Act ??= AuditAct.BySystem("StoreDataProtectionKey");
        return SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult();
    }

    /// <summary>
    /// Begins a transaction in which nobody else writes for this subject, so that reading, grading and raising its alert are one step.
    /// SQLite has one writer at a time anyway.
    /// </summary>
    public async Task<IDbContextTransaction> BeginFor(Guid subjectId, CancellationToken cancel)
    {
        var transaction = await Database.BeginTransactionAsync(cancel);
        await LockSubject(subjectId, cancel);
        return transaction;
    }

    /// <summary>One more subject in the same transaction. Lock several in the order of their ids, or two of such transactions wait for each other.</summary>
    public async Task LockSubject(Guid subjectId, CancellationToken cancel)
    {
        if (IsPostgres)
        {
            var key = BitConverter.ToInt64(subjectId.ToByteArray(), 8);
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancel);
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel = default)
    {
        ChangeTracker.DetectChanges();
        if (_acts.Count == 0 && !ChangeTracker.Entries().Any(AuditTrail.Concerns))
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        await AppendAudit(cancel);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return rows;
    }

    async Task AppendAudit(CancellationToken cancel)
    {
        var act = Act;
        var changes = ChangeTracker.Entries().Where(AuditTrail.Concerns)
            .Select(entry => (Act: act ?? throw new InvalidOperationException("Set MonitorContext.Act before saving: the audit must know who acts."),
                About: AuditTrail.AboutOf(entry), Detail: AuditTrail.ChangeOf(entry)))
            .Concat(_acts).ToList();
        _acts.Clear();
        var head = await this.LockHead(cancel);
        var now = time.Now();
        AuditEntries.AddRange(changes.Select(change => AuditChain.Append(head, change.Act.From(Origin), now, change.About, change.Detail)));
    }

    /// <summary>Identity asks the application's services which schema to use; design time and tests have none, and must see the same one.</summary>
    protected override void OnConfiguring(DbContextOptionsBuilder builder)
    {
        if (builder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            builder.UseApplicationServiceProvider(IdentitySchema.Services);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        NameIdentityTables(model);
        model.ApplyConfigurationsFromAssembly(typeof(MonitorContext).Assembly);
        foreach (var key in model.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
        {
            // Nothing of the record is ever deleted along with something else.
            if (!key.IsOwnership && key.PrincipalEntityType.ClrType != typeof(StaffMember))
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }
    }

    static void NameIdentityTables(ModelBuilder model)
    {
        model.Entity<IdentityUserClaim<Guid>>().ToTable("staff_claims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("staff_logins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("staff_tokens");
        model.Entity<IdentityUserPasskey<Guid>>().ToTable("staff_passkeys");
    }
}
